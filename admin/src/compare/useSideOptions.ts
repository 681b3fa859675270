import * as React from 'react';

import { useIntl } from 'react-intl';

import { useActorName } from '../hooks/useActorName';
import { useTranslate } from '../hooks/useTranslate';
import { revisionIn, revisionRef } from '../utils/compareSearch';
import { isDraftRef } from '../utils/draftPath';
import { previouslyPublished } from './previouslyPublished';

import type { ComparedState } from '../../../contracts/compare';
import type { Revision } from '../../../contracts/revision';

export interface SideOption {
  ref: string;
  label: string;
}

interface Known {
  revisions: Revision[];
  /** whether something of the document is live, by Draft & Publish */
  isPublished: boolean;
  /** what the address says, and what came of it: it may be none of the revisions loaded */
  from: ComparedState | undefined;
  to: ComparedState | undefined;
}

export interface SideOptions {
  meanings: { from: SideOption[]; to: SideOption[] };
  numbers: SideOption[];
  /** what is chosen, by the words it is chosen by */
  labelOf: (ref: string) => string;
}

/** What each side may be: by meaning first, then by number. */
export const useSideOptions = ({ revisions, isPublished, from, to }: Known): SideOptions => {
  const t = useTranslate();
  const { formatDate } = useIntl();
  const actorName = useActorName();

  return React.useMemo(() => {
    const numberOf = (revision: Revision): SideOption => {
      const when = formatDate(revision.createdAt, { dateStyle: 'medium', timeStyle: 'short' });
      const words = [t('revision.number', { number: revision.number }), when, actorName(revision.creator)];
      return {
        ref: revisionRef(revision.id),
        label: [...words, ...(revision.label ? [revision.label] : [])].join(' · '),
      };
    };
    const extra = [from, to].flatMap((side) => {
      const isAsked = side?.revision && revisionIn(side.ref) === side.revision.id;
      return isAsked && !revisions.some(({ id }) => id === side.revision!.id) ? [side.revision!] : [];
    });
    const numbers = [...revisions, ...extra].sort((a, b) => b.number - a.number).map(numberOf);

    const before = previouslyPublished(revisions);
    const meanings: SideOption[] = [
      { ref: 'current', label: t('side.current') },
      ...(isPublished ? [{ ref: 'published', label: t('side.published') }] : []),
      ...(before
        ? [
            {
              ref: revisionRef(before.id),
              label: t('side.previously-published', { number: before.number }),
            },
          ]
        : []),
    ];
    const previous = from?.ref === 'previous' ? from.revision : null;
    const options = {
      from: [
        {
          ref: 'previous',
          label: previous ? t('side.previous.number', { number: previous.number }) : t('side.previous'),
        },
        ...meanings,
      ],
      to: meanings,
    };

    const draftLabel = (ref: string): string => {
      if (!isDraftRef(ref)) return t('side.unknown');
      const draft = [from, to].find((side) => side?.ref === ref)?.draft;
      if (draft?.kind === 'provisional') return t('side.unsaved');
      return draft?.name ? t('side.draft.named', { name: draft.name }) : t('side.draft');
    };

    return {
      meanings: options,
      numbers: numbers.filter(({ ref }) => !meanings.some((meaning) => meaning.ref === ref)),
      labelOf: (ref) =>
        [...options.from, ...numbers].find((option) => option.ref === ref)?.label ?? draftLabel(ref),
    };
  }, [actorName, formatDate, from, isPublished, revisions, t, to]);
};
