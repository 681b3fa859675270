import * as React from 'react';

/** Whether an element has been in sight, once it was. */
export const useInView = <T extends Element>(): [React.RefObject<T>, boolean] => {
  const ref = React.useRef<T>(null);
  const [wasSeen, setWasSeen] = React.useState(false);

  React.useEffect(() => {
    if (!ref.current || wasSeen) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setWasSeen(true);
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [wasSeen]);

  return [ref, wasSeen];
};
