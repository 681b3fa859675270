import * as React from 'react';

import { Button } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';

const TOO_LONG = 4000;
const BEGINNING = 1500;

/** A text that may be very long: how it begins, until the rest is wanted. */
export const LongText = ({ text }: { text: string }) => {
  const t = useTranslate();
  const [isWhole, setIsWhole] = React.useState(text.length < TOO_LONG);

  if (isWhole) return <>{text}</>;
  return (
    <>
      {text.slice(0, BEGINNING)}
      <Button size="S" variant="tertiary" onClick={() => setIsWhole(true)} style={{ display: 'inline-flex' }}>
        {t('fold.more', { count: text.length - BEGINNING })}
      </Button>
    </>
  );
};
