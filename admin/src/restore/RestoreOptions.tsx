import { Checkbox, Field, Flex, Radio, Textarea, Typography } from '@strapi/design-system';
import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';

import { useDocumentRights } from '../hooks/useDocumentRights';
import { useTranslate } from '../hooks/useTranslate';
import { NOTES_MAX } from '../utils/limits';

import type { Choice } from './choice';

interface RestoreOptionsProps {
  uid: string;
  isLocalized: boolean;
  hasNothing: boolean;
  choice: Choice;
  onChange: (part: Partial<Choice>) => void;
}

/** How far a restore goes, and what to say about it. */
export const RestoreOptions = ({ uid, isLocalized, hasNothing, choice, onChange }: RestoreOptionsProps) => {
  const t = useTranslate();
  const { edit } = useDocumentLayout(uid);
  const { canPublish } = useDocumentRights(uid);
  const { draftAndPublish } = edit.options as { draftAndPublish?: boolean };

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {isLocalized && (
        <Field.Root>
          <Flex direction="column" alignItems="stretch" gap={2}>
            <Field.Label>{t('restore.locales')}</Field.Label>
            <Radio.Group
              value={choice.locales}
              aria-label={t('restore.locales')}
              onValueChange={(locales) =>
                onChange({ locales: locales === 'all' ? 'all' : 'this', leftOut: null })
              }
            >
              <Radio.Item value="this">{t('restore.locales.this')}</Radio.Item>
              <Radio.Item value="all">{t('restore.locales.all')}</Radio.Item>
            </Radio.Group>
          </Flex>
        </Field.Root>
      )}
      {!hasNothing && (
        <Field.Root name="notes">
          <Field.Label>{t('notes.label')}</Field.Label>
          <Textarea
            value={choice.notes}
            placeholder={t('notes.placeholder')}
            maxLength={NOTES_MAX}
            minHeight="6.4rem"
            onChange={(event) => onChange({ notes: event.target.value })}
          />
        </Field.Root>
      )}
      {!hasNothing && draftAndPublish && canPublish && (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Checkbox
            checked={choice.publish}
            onCheckedChange={(isChosen) => onChange({ publish: isChosen === true })}
          >
            {t('restore.publish')}
          </Checkbox>
          <Typography variant="pi" textColor="neutral600">
            {t('restore.publish.hint')}
          </Typography>
        </Flex>
      )}
    </Flex>
  );
};
