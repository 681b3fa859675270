import * as React from 'react';

import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { ClockCounterClockwise } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';

import { useTranslate } from '../hooks/useTranslate';
import { RestoreModal } from '../restore/RestoreModal';
import { editPath } from '../utils/compareSearch';

import type { Revision } from '../../../contracts/revision';
import type { ComparedDocument } from '../utils/compareSearch';

interface RestoreSelectedProps {
  address: ComparedDocument;
  /** the older side */
  revision: Revision;
  /** names of the fields that differ */
  fields: string[];
  ticked: ReadonlySet<string>;
  onTickAll: (isTicked: boolean) => void;
}

/** Gives the fields that were ticked what they held on the older side. */
export const RestoreSelected = ({ address, revision, fields, ticked, onTickAll }: RestoreSelectedProps) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [isRestoring, setIsRestoring] = React.useState(false);
  const count = fields.filter((name) => ticked.has(name)).length;

  return (
    <Box
      tag="section"
      aria-label={t('select.region')}
      position={count > 0 ? 'sticky' : 'static'}
      zIndex={1}
      background="neutral0"
      borderColor="neutral200"
      shadow={count > 0 ? 'popupShadow' : 'tableShadow'}
      hasRadius
      padding={3}
      style={{ bottom: '1.6rem' }}
    >
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Flex gap={4} wrap="wrap">
          <Checkbox
            checked={count === 0 ? false : count === fields.length ? true : 'indeterminate'}
            onCheckedChange={() => onTickAll(count < fields.length)}
          >
            {t('select.all')}
          </Checkbox>
          <Typography variant="pi" textColor="neutral600" aria-live="polite">
            {t('select.count', { count, total: fields.length })}
          </Typography>
        </Flex>
        <Button
          size="S"
          startIcon={<ClockCounterClockwise />}
          disabled={count === 0}
          onClick={() => setIsRestoring(true)}
        >
          {t('select.restore', { number: revision.number })}
        </Button>
      </Flex>
      {isRestoring && (
        <RestoreModal
          revision={revision}
          uid={address.uid}
          collectionType={address.collectionType}
          selected={[...ticked]}
          isComparing
          onRestored={() => navigate(editPath(address, revision.locale))}
          onClose={() => setIsRestoring(false)}
        />
      )}
    </Box>
  );
};
