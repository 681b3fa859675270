import * as React from 'react';

import { Box, Typography, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTranslate } from '../hooks/useTranslate';

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  gap: ${({ theme }) => theme.spaces[4]};
`;

/** What somebody wrote: its lines as they are, and however long its words. */
export const Content = styled.div`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: ${({ theme }) => theme.lineHeights[6]};
  color: ${({ theme }) => theme.colors.neutral800};

  /* in a mark, its colour */
  ins &,
  del & {
    color: inherit;
  }
`;

const Side = ({ name, isEmpty, children }: { name: string; isEmpty: boolean; children: React.ReactNode }) => (
  <Box
    role="group"
    aria-label={name}
    background={isEmpty ? undefined : 'neutral100'}
    borderColor="neutral150"
    hasRadius
    padding={3}
    minWidth={0}
  >
    {children}
  </Box>
);

/** Where one side has nothing to show. */
export const Nothing = () => {
  const t = useTranslate();
  return (
    <Typography variant="pi" textColor="neutral500">
      <span aria-hidden>–</span>
      <VisuallyHidden>{t('value.nothing')}</VisuallyHidden>
    </Typography>
  );
};

/** Both sides beside each other, the older one on the left. */
export const Sides = ({ from, to }: { from: React.ReactNode; to: React.ReactNode }) => {
  const t = useTranslate();
  return (
    <Columns>
      <Side name={t('side.from')} isEmpty={from === null}>
        {from ?? <Nothing />}
      </Side>
      <Side name={t('side.to')} isEmpty={to === null}>
        {to ?? <Nothing />}
      </Side>
    </Columns>
  );
};
