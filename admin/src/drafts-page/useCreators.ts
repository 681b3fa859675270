import { useGetDraftCreatorsQuery } from '../api/draftsApi';
import { useActorName } from '../hooks/useActorName';

import type { Show } from './listState';

interface Option {
  value: string;
  label: string;
}

/**
 * Who made drafts of those that are shown, to choose from. One who is chosen in the address and has none (any more)
 * stays in the choice.
 */
export const useCreators = (show: Show, chosen: string): Option[] => {
  const actorName = useActorName();
  const { data = [] } = useGetDraftCreatorsQuery(show, { skip: show === 'mine' });
  const options = data.map((creator) => ({
    value: creator.type === 'system' ? 'system' : `${creator.type}:${creator.id}`,
    label: actorName(creator),
  }));
  const isKnown = !chosen || options.some(({ value }) => value === chosen);
  return isKnown ? options : [...options, { value: chosen, label: chosen }];
};
