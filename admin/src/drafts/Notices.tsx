import { Box, Button, Flex } from '@strapi/design-system';
import { ManyToOne, WarningCircle, Duplicate } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { useFieldLabels } from '../hooks/useFieldLabels';
import { useTranslate } from '../hooks/useTranslate';
import { BannerFrame, SmallPrint } from './BannerFrame';
import { currentSession, openDialog, useKnownRights } from './draftStore';

import type { DraftView } from './engine/session';

/** The same draft was changed here and elsewhere, in the same fields. */
const Clash = ({ view }: { view: DraftView }) => {
  const t = useTranslate();
  const { formatList } = useIntl();
  const labelOf = useFieldLabels(view.place.uid);
  const fields = formatList(view.save.clashes.map(labelOf), { type: 'conjunction' });

  return (
    <BannerFrame
      look="warning"
      label={t('draft.clash.region')}
      Icon={WarningCircle}
      title={t('draft.clash', { fields })}
      buttons={
        <>
          <Button variant="secondary" size="S" onClick={() => currentSession()?.settle('mine')}>
            {t('draft.clash.mine')}
          </Button>
          <Button variant="tertiary" size="S" onClick={() => currentSession()?.settle('theirs')}>
            {t('draft.clash.theirs')}
          </Button>
        </>
      }
    >
      <SmallPrint>{t('draft.clash.text')}</SmallPrint>
    </BannerFrame>
  );
};

/** Somebody saved the entry since. */
const Upstream = ({ view }: { view: DraftView }) => {
  const t = useTranslate();
  const conflicts = view.conflicts.length;
  const { mayEdit } = useKnownRights();

  return (
    <BannerFrame
      look="warning"
      label={t('draft.upstream.region')}
      Icon={ManyToOne}
      title={t('draft.upstream', { merged: view.upstream.length, conflicts })}
      buttons={
        conflicts > 0 && mayEdit ? (
          <Button variant="secondary" size="S" onClick={() => openDialog('resolve')}>
            {t('draft.review')}
          </Button>
        ) : undefined
      }
    >
      <SmallPrint>{t(conflicts > 0 ? 'draft.upstream.conflicts' : 'draft.upstream.merged')}</SmallPrint>
    </BannerFrame>
  );
};

const OtherTab = ({ view }: { view: DraftView }) => {
  const t = useTranslate();

  return (
    <BannerFrame
      look="neutral"
      label={t('draft.tab.region')}
      Icon={Duplicate}
      title={t(view.otherTab === 'saved' ? 'draft.tab.saved' : 'draft.tab.editing')}
      buttons={
        <Button variant="tertiary" size="S" onClick={() => void currentSession()?.refresh()}>
          {t('draft.tab.load')}
        </Button>
      }
    >
      <SmallPrint>{t('draft.tab.text')}</SmallPrint>
    </BannerFrame>
  );
};

/** What happens to the draft elsewhere. */
export const Notices = ({ view, isBelow }: { view: DraftView; isBelow: boolean }) => (
  <Box paddingTop={isBelow ? 2 : 0} aria-live="polite">
    <Flex direction="column" alignItems="stretch" gap={2}>
      {view.save.clashes.length > 0 && <Clash view={view} />}
      {(view.conflicts.length > 0 || view.upstream.length > 0) && <Upstream view={view} />}
      {view.otherTab !== null && view.save.clashes.length === 0 && <OtherTab view={view} />}
    </Flex>
  </Box>
);
