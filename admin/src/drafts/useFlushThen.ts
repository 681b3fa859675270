import * as React from 'react';

import { currentSession } from './draftStore';

/** Does something once the server has what was typed: what it does is about what the server knows. */
export const useFlushThen = (): ((act: () => void) => Promise<void>) =>
  React.useCallback(async (act) => {
    await currentSession()?.flush();
    act();
  }, []);
