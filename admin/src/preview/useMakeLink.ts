import * as React from 'react';

import { useAPIErrorHandler } from '@strapi/strapi/admin';

import { useCreatePreviewMutation, useFindSiteAddressMutation } from '../api/previewsApi';
import { useTranslate } from '../hooks/useTranslate';

import type { SharedId } from '../api/previewsApi';

export interface Link {
  id: number;
  token: string;
  /** null: only the token is known, for no site says where it shows it */
  href: string | null;
  expiresAt: string | null;
}

interface MakeLinkOptions {
  uid: string;
  documentId: string;
  locale: string | null;
  /** What it is to show, once the server has it; null where that did not get there. */
  ask: () => Promise<SharedId | null>;
}

/** Whole, also where the project names no host. */
const withHost = (address: string): string | null => {
  try {
    return new URL(address, window.location.origin).href;
  } catch {
    return null;
  }
};

/** Makes one link after the other, and knows the last. */
export const useMakeLink = ({ uid, documentId, locale, ask }: MakeLinkOptions) => {
  const t = useTranslate();
  const { _unstableFormatAPIError: formatAPIError } = useAPIErrorHandler();
  const [create] = useCreatePreviewMutation();
  const [findSiteAddress] = useFindSiteAddressMutation();
  const [link, setLink] = React.useState<Link | null>(null);
  const [isBusy, setIsBusy] = React.useState(false);
  const [failure, setFailure] = React.useState<string | null>(null);

  const hrefOf = async (token: string): Promise<string | null> => {
    const answer = await findSiteAddress({ uid, documentId, locale: locale ?? undefined, token });
    const address = 'data' in answer && answer.data ? withHost(answer.data) : null;
    // An address without it would show what is live.
    return address?.includes(token) ? address : null;
  };

  /** @returns why it did not work, or null */
  const attempt = async (duration: string): Promise<string | null> => {
    const shows = await ask();
    if (!shows) return t('share.unsent');
    const answer = await create({ uid, documentId, locale: locale ?? undefined, duration, shows });
    if ('error' in answer) return formatAPIError(answer.error as Parameters<typeof formatAPIError>[0]);
    const { id, token, expiresAt } = answer.data;
    setLink({ id, token, expiresAt, href: await hrefOf(token) });
    return null;
  };

  const make = async (duration: string): Promise<void> => {
    setIsBusy(true);
    setFailure(null);
    setLink(null);
    setFailure(await attempt(duration));
    setIsBusy(false);
  };

  return { link, isBusy, failure, make, forget: () => setLink(null) };
};
