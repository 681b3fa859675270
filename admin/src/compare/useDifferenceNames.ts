import * as React from 'react';

import {
  unstable_useDocument as useDocument,
  unstable_useDocumentLayout as useDocumentLayout,
} from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import { useFieldLabels } from '../hooks/useFieldLabels';
import { useTranslate } from '../hooks/useTranslate';

import type { AttributeSchema, DifferenceContext } from './DifferenceContext';
import type { TranslationKey } from '../hooks/useTranslate';

type Differences = NonNullable<React.ContextType<typeof DifferenceContext>>;

const BLOCKS: Record<string, TranslationKey> = {
  paragraph: 'block.paragraph',
  heading: 'block.heading',
  list: 'block.list',
  'list-item': 'block.list-item',
  quote: 'block.quote',
  code: 'block.code',
  image: 'block.image',
};

/** Names of fields and components as the editor knows them from the edit form. */
export const useDifferenceNames = (uid: string): Omit<Differences, 'view'> => {
  const t = useTranslate();
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels(uid);
  const { edit } = useDocumentLayout(uid);
  const { components } = useDocument({ collectionType: '', model: uid }, { skip: true });

  return React.useMemo(() => {
    const attributesOf: Differences['attributesOf'] = (component) =>
      components[component]?.attributes as Record<string, AttributeSchema> | undefined;

    const attributeName: Differences['attributeName'] = (component, name) => {
      const fields = component ? edit.components[component]?.layout.flat() : undefined;
      const label = fields?.find((field) => field.name === name)?.label;
      return label
        ? formatMessage({ id: `content-manager.components.${component}.${name}`, defaultMessage: label })
        : name;
    };

    const componentName: Differences['componentName'] = (component) =>
      edit.components[component]?.settings.displayName ??
      components[component]?.info.displayName ??
      component;

    return {
      attributesOf,
      attributeName,
      componentName,
      nameOf: ({ label, path, type }) => {
        if (type === 'block') return BLOCKS[label] ? t(BLOCKS[label]) : label;
        return /[.[]/.test(path) ? label : labelOf(path);
      },
    };
  }, [components, edit.components, formatMessage, labelOf, t]);
};
