import * as React from 'react';

import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTranslate } from '../hooks/useTranslate';
import { Added, Removed } from './Marks';
import { Content, Sides } from './Sides';
import { useDifferences } from './DifferenceContext';
import { foldText } from './foldText';
import { useMarkWords } from './useMarkWords';
import { useOpen } from './useOpen';

import type { TextPart } from '../../../contracts/compare';
import type { TextRun } from './foldText';

const Fold = styled.button`
  display: inline-block;
  margin: 0 ${({ theme }) => theme.spaces[1]};
  padding: 0 ${({ theme }) => theme.spaces[2]};
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: ${({ theme }) => theme.fontSizes[1]};
  cursor: pointer;
`;

const Dressed = styled.mark`
  background: ${({ theme }) => theme.colors.warning100};
  color: inherit;
  border-bottom: 2px dotted ${({ theme }) => theme.colors.warning600};
`;

/** The same words in another dress, and in which. */
const Marked = ({ part }: { part: TextPart }) => {
  const wordsOf = useMarkWords();
  return (
    <Dressed>
      {part.text}
      <Typography tag="small" variant="pi" textColor="warning700" fontWeight="semiBold" dir="auto">
        {` (${wordsOf(part)}) `}
      </Typography>
    </Dressed>
  );
};

type Shown = 'from' | 'to' | 'both';

const HIDDEN: Record<Shown, TextPart['kind'] | null> = { from: 'added', to: 'removed', both: null };

interface RunProps {
  run: TextRun;
  shown: Shown;
  isOpen: boolean;
  onOpen: () => void;
}

const Run = ({ run: { part, fold }, shown, isOpen, onOpen }: RunProps) => {
  const t = useTranslate();
  if (part.kind === HIDDEN[shown]) return null;
  if (fold && !isOpen) {
    return (
      <Fold type="button" dir="auto" onClick={onOpen}>
        {part.kind !== 'same'
          ? t('fold.more', { count: part.text.length })
          : fold.lines > 1
            ? t('fold.lines', { count: fold.lines })
            : t('fold.characters', { count: part.text.length })}
      </Fold>
    );
  }
  if (part.kind === 'added') return <Added>{part.text}</Added>;
  if (part.kind === 'removed') return <Removed>{part.text}</Removed>;
  // On the older side the text is as it was, so the newer one says what became of it.
  if (part.kind === 'marked' && shown !== 'from') return <Marked part={part} />;
  return <>{part.text}</>;
};

/** Text on both sides, in runs: one within the other, or beside each other. */
export const TextDifference = ({ parts }: { parts: TextPart[] }) => {
  const { view } = useDifferences();
  const runs = React.useMemo(() => foldText(parts), [parts]);
  const [isOpen, open] = useOpen();

  const text = (shown: Shown) => (
    <Content dir="auto">
      {runs.map((run, index) => (
        <Run key={index} run={run} shown={shown} isOpen={isOpen(index)} onOpen={() => open(index)} />
      ))}
    </Content>
  );
  const has = (...kinds: TextPart['kind'][]) => parts.some(({ kind }) => kinds.includes(kind));

  if (view === 'inline') return text('both');
  return (
    <Sides
      from={has('same', 'removed', 'marked') ? text('from') : null}
      to={has('same', 'added', 'marked') ? text('to') : null}
    />
  );
};
