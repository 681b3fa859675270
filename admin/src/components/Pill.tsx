import * as React from 'react';

import { Status, Typography } from '@strapi/design-system';

type Variant = React.ComponentProps<typeof Status>['variant'];

/** A word about a state, as the content manager shows them. */
export const Pill = ({ variant, children }: { variant: Variant; children: React.ReactNode }) => (
  <Status variant={variant} size="XS">
    <Typography tag="span" variant="pi" fontWeight="bold">
      {children}
    </Typography>
  </Status>
);
