import * as React from 'react';

/** Members of a list that are open, by their place; and how to open one. */
export const useOpen = (): [(index: number) => boolean, (index: number) => void] => {
  const [open, setOpen] = React.useState<ReadonlySet<number>>(new Set());
  return [(index) => open.has(index), (index) => setOpen((previous) => new Set([...previous, index]))];
};
