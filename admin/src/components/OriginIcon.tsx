import * as React from 'react';

import { AccessibleIcon, Tooltip } from '@strapi/design-system';
import { Code, Feather, GraphQl, Server } from '@strapi/icons';

import { useTranslate } from '../hooks/useTranslate';

import type { Origin } from '../../../contracts/revision';
import type { TranslationKey } from '../hooks/useTranslate';

const ORIGINS: Record<
  Origin,
  { Icon: React.ComponentType<React.SVGProps<SVGSVGElement>>; label: TranslationKey }
> = {
  admin: { Icon: Feather, label: 'origin.admin' },
  rest: { Icon: Code, label: 'origin.rest' },
  graphql: { Icon: GraphQl, label: 'origin.graphql' },
  service: { Icon: Server, label: 'origin.service' },
};

/** Which door a save came through. */
export const OriginIcon = ({ origin }: { origin: Origin }) => {
  const t = useTranslate();
  const { Icon, label } = ORIGINS[origin];

  return (
    <Tooltip label={t(label)}>
      <span style={{ display: 'inline-flex' }}>
        <AccessibleIcon label={t(label)}>
          <Icon width="1.2rem" height="1.2rem" fill="neutral500" />
        </AccessibleIcon>
      </span>
    </Tooltip>
  );
};
