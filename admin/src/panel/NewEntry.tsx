import { Flex, Typography } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';
import { NotesField } from './NotesField';

/** There is no history yet, but the first save can say why already. */
export const NewEntry = () => {
  const t = useTranslate();

  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Typography variant="pi" textColor="neutral600">
        {t('panel.new')}
      </Typography>
      <NotesField />
    </Flex>
  );
};
