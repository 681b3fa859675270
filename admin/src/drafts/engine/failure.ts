/** Why something could not be sent, and with it what is to be done about it. */
export type Failure =
  /** there is no way to the server, or it is ill: another try later */
  | { kind: 'offline' }
  /** nobody is signed in any more, or somebody else: goes on once this user is */
  | { kind: 'session'; isSomebodyElse: boolean }
  | { kind: 'forbidden'; message: string }
  /** the document or the draft is no longer there */
  | { kind: 'gone' }
  /** the server did not want this content */
  | { kind: 'refused'; message: string }
  /** somebody else wrote the same draft */
  | { kind: 'conflict' };

interface Answered {
  status?: number;
  message?: string;
  response?: { data?: { error?: { status?: number; message?: string; details?: { reason?: string } } } };
}

/** What the server says to a request that is meant to be another user's (`server/src/routes/same-user.ts`). */
const OTHER_USER = 'other-user';

/** Of what Strapi's fetch client throws. */
export const failureOf = (error: unknown): Failure => {
  const { status, message, response } = (error ?? {}) as Answered;
  const said = response?.data?.error;
  const text = said?.message ?? message ?? '';

  switch (said?.status ?? status) {
    case 401:
      return { kind: 'session', isSomebodyElse: false };
    case 403:
      return said?.details?.reason === OTHER_USER
        ? { kind: 'session', isSomebodyElse: true }
        : { kind: 'forbidden', message: text };
    case 404:
      return { kind: 'gone' };
    case 409:
      return { kind: 'conflict' };
    case 400:
    case 413:
    case 422:
      return { kind: 'refused', message: text };
    default:
      return { kind: 'offline' };
  }
};
