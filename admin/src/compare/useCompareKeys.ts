import * as React from 'react';

interface Keys {
  onNext: () => void;
  onPrevious: () => void;
  onOlder: () => void;
  onNewer: () => void;
}

const HANDLERS: Record<string, keyof Keys> = {
  n: 'onNext',
  j: 'onNext',
  p: 'onPrevious',
  k: 'onPrevious',
  ArrowLeft: 'onOlder',
  ArrowRight: 'onNewer',
};

/** Whether keys mean something where the focus is: text, a list of options, radio buttons, a dialog. */
const takesKeys = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(
    'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="dialog"], [role="menu"], [role="tablist"]'
  ) !== null;

/** The page's keys, wherever on it the focus is. */
export const useCompareKeys = (keys: Keys): void => {
  const latest = React.useRef(keys);
  React.useEffect(() => {
    latest.current = keys;
  });

  React.useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      const handler = HANDLERS[event.key];
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (!handler || hasModifier || event.defaultPrevented || takesKeys(event.target)) return;
      // A dialog, or a list that opened, has the page to itself.
      if (document.querySelector('[role="dialog"], [role="listbox"]')) return;
      event.preventDefault();
      latest.current[handler]();
    };
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, []);
};
