import * as React from 'react';

import { Typography, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTranslate } from '../hooks/useTranslate';

/** In the dark theme the light backgrounds are all the same, so that lines and words have to tell. */
const Inserted = styled.ins`
  background: ${({ theme }) => theme.colors.success100};
  color: ${({ theme }) => theme.colors.success700};
  text-decoration: underline;
  text-decoration-thickness: 2px;
  text-underline-offset: 0.2em;

  del + & {
    margin-inline-start: 0.2em;
  }
  border-radius: ${({ theme }) => theme.borderRadius};
`;

const Deleted = styled.del`
  background: ${({ theme }) => theme.colors.danger100};
  color: ${({ theme }) => theme.colors.danger700};
  text-decoration: line-through;
  border-radius: ${({ theme }) => theme.borderRadius};
`;

const Framed = styled.div`
  display: flex;
  gap: ${({ theme }) => theme.spaces[2]};
  min-width: 0;
  color: ${({ theme }) => theme.colors.neutral800};

  & > :last-child {
    flex: 1;
    min-width: 0;
  }
`;

const FramedInserted = styled(Framed)`
  border-left: 3px solid ${({ theme }) => theme.colors.success500};
  padding-left: ${({ theme }) => theme.spaces[2]};
`;

const FramedDeleted = styled(Framed)`
  border-left: 3px double ${({ theme }) => theme.colors.danger500};
  padding-left: ${({ theme }) => theme.spaces[2]};
`;

/** The word is left out of what decides whether a text runs from right to left: it has a direction of its own. */
const Word = ({ children }: { children: string }) => (
  <VisuallyHidden>
    <span dir="auto">{` ${children} `}</span>
  </VisuallyHidden>
);

/** Something that is only on the newer side: coloured, underlined, and said. */
export const Added = ({ children }: { children: React.ReactNode }) => {
  const t = useTranslate();
  return (
    <Inserted>
      <Word>{t('mark.added')}</Word>
      {children}
    </Inserted>
  );
};

/** Something that is only on the older side: coloured, struck through, and said. */
export const Removed = ({ children }: { children: React.ReactNode }) => {
  const t = useTranslate();
  return (
    <Deleted>
      <Word>{t('mark.removed')}</Word>
      {children}
    </Deleted>
  );
};

interface WholeProps {
  kind: 'added' | 'removed';
  children: React.ReactNode;
}

/** What is on one side only and more than a run of text: a picture, a component, JSON. */
export const Whole = ({ kind, children }: WholeProps) => {
  const t = useTranslate();
  const isAdded = kind === 'added';
  const [Frame, Tag] = isAdded ? [FramedInserted, 'ins' as const] : [FramedDeleted, 'del' as const];

  return (
    <Frame as={Tag} style={{ textDecoration: 'none' }}>
      <Typography
        variant="omega"
        fontWeight="bold"
        textColor={isAdded ? 'success700' : 'danger700'}
        aria-hidden
      >
        {isAdded ? '+' : '−'}
      </Typography>
      <Word>{t(isAdded ? 'mark.added' : 'mark.removed')}</Word>
      <div>{children}</div>
    </Frame>
  );
};
