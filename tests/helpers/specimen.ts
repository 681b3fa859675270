import type { Schemas } from './app-copy';
import { AUTHOR, PAGE } from './random-edits';

export const SPECIMEN = 'api::specimen.specimen';
const LONG = 'attributeWhoseNameIsMuchLongerThanAnyDatabaseAllowsForTheNameOfATableOrColumn';

/** A content type with what the playground's do not have: wide, deep and oddly named. For `bootStrapi({ schemas })`. */
export const addSpecimen = ({ contentTypes, components }: Schemas) => {
  const wide = Array.from({ length: 130 }, (_, index) => [`flag${index}`, { type: 'boolean' }]);
  contentTypes[SPECIMEN] = {
    kind: 'collectionType',
    collectionName: 'specimens',
    info: { singularName: 'specimen', pluralName: 'specimens', displayName: 'Specimen' },
    // publishing fails in Strapi itself where an inverse side without a join table holds something
    options: { draftAndPublish: false },
    attributes: {
      ...Object.fromEntries(wide),
      order: { type: 'string' },
      group: { type: 'text' },
      Upper: { type: 'string' },
      stamp: { type: 'timestamp' },
      anything: { type: 'json' },
      [LONG]: { type: 'text' },
      [`${LONG}Tags`]: { type: 'relation', relation: 'manyToMany', target: 'api::tag.tag' },
      [`${LONG}Parts`]: { type: 'component', component: 'parts.nested', repeatable: true },
      straight: { type: 'relation', relation: 'oneToOne', target: AUTHOR, useJoinTable: false },
      owner: {
        type: 'relation',
        relation: 'manyToOne',
        target: SPECIMEN,
        inversedBy: 'owned',
        useJoinTable: false,
      },
      owned: {
        type: 'relation',
        relation: 'oneToMany',
        target: SPECIMEN,
        mappedBy: 'owner',
        useJoinTable: false,
      },
      page: { type: 'relation', relation: 'morphOne', target: PAGE, morphBy: 'hero' },
      zone: { type: 'dynamiczone', components: ['parts.nested', 'parts.leaf'] },
    },
  };
  components['parts.leaf'] = {
    collectionName: 'components_parts_leaves',
    info: { displayName: 'Leaf' },
    attributes: {
      text: { type: 'string' },
      secret: { type: 'password' },
      files: { type: 'media', multiple: true },
      tags: { type: 'relation', relation: 'oneToMany', target: 'api::tag.tag' },
      straight: { type: 'relation', relation: 'oneToOne', target: AUTHOR, useJoinTable: false },
    },
  };
  components['parts.nested'] = {
    collectionName: 'components_parts_nested',
    info: { displayName: 'Nested' },
    attributes: {
      leaf: { type: 'component', component: 'parts.leaf', repeatable: false },
      leaves: { type: 'component', component: 'parts.leaf', repeatable: true },
      [LONG]: { type: 'component', component: 'parts.leaf', repeatable: true },
    },
  };
};
