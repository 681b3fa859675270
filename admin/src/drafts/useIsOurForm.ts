import { useForm } from '@strapi/strapi/admin';

import { useDraftSession } from './draftStore';

/** Whether one is in the form that the draft belongs to, and not in that of a related entry, which opens above it. */
export const useIsOurForm = (): boolean => {
  const session = useDraftSession();
  const getValues = useForm('useIsOurForm', (form) => form.getValues, false);
  return session !== null && session.form.getValues === getValues;
};
