import type { EditFieldLayout, EditLayout } from '@strapi/content-manager/strapi-admin';

const disable = (field: EditFieldLayout): EditFieldLayout => ({ ...field, disabled: true });

/** The edit form with every input disabled, those in components too. */
export const disabledLayout = (layout: EditLayout): EditLayout => {
  const components = Object.entries(layout.components).map(([uid, component]) => [
    uid,
    { ...component, layout: component.layout.map((row) => row.map(disable)) },
  ]);
  return {
    ...layout,
    components: Object.fromEntries(components),
    layout: layout.layout.map((panel) => panel.map((row) => row.map(disable))),
  };
};
