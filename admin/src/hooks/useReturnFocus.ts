import * as React from 'react';

/**
 * Gives the focus back to what had it before a dialog opened. A dialog would give it to its trigger, and those that are
 * asked for from elsewhere have none.
 *
 * @returns what to do when the dialog closes: `onCloseAutoFocus`
 */
export const useReturnFocus = (): ((event: Event) => void) => {
  const [before] = React.useState(() => document.activeElement);
  return React.useCallback(
    (event) => {
      event.preventDefault();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before]
  );
};
