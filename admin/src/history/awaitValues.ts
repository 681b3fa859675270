import type { EditFieldLayout } from '@strapi/content-manager/strapi-admin';

/** While this is among the form's values, the form is between what it showed and what it is going to show. */
export const CHANGING_KEY = 'revisionsChanging';

/** JSON logic, as Strapi's conditional fields have it. */
const IS_SETTLED = { '!': { var: CHANGING_KEY } };

let wasInHistory = false;

const isList = ({ attribute }: EditFieldLayout): boolean =>
  attribute.type === 'dynamiczone' || (attribute.type === 'component' && attribute.repeatable === true);

/**
 * Keeps lists of components back until the form has the values that go with the address.
 *
 * The edit view keeps its inputs when the address changes, and gives them the new values a moment later. A list that
 * is longer then is to it one that the editor has just added an entry to: it opens that entry and scrolls the page
 * there. A list that was not there in that moment comes anew, and closed.
 *
 * @returns what to make of each field; nothing as long as no revision was looked at
 */
export const awaitValues = (isInHistory: boolean): ((field: EditFieldLayout) => EditFieldLayout) => {
  wasInHistory ||= isInHistory;

  return (field) => {
    if (!wasInHistory || !isList(field)) return field;
    const { conditions } = field.attribute as { conditions?: { visible?: object } };
    const visible = conditions?.visible ? { and: [conditions.visible, IS_SETTLED] } : IS_SETTLED;
    return { ...field, attribute: { ...field.attribute, conditions: { visible } } } as EditFieldLayout;
  };
};
