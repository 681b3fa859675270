import { stepsOf } from '../../server/src/core/path-steps';
import type { Structure } from '../../server/src/core/structure';

const structure: Structure = {
  uid: 'api::a.a',
  localized: false,
  attributes: {
    title: { type: 'string' },
    tags: { type: 'relation', target: 'api::tag.tag', multiple: true },
    seo: { type: 'component', component: 'c.seo' },
    zone: { type: 'dynamiczone', components: ['c.quote', 'c.related', 'c.gone'] },
  },
  components: {
    'c.seo': { social: { type: 'component', component: 'c.social', repeatable: true } },
    'c.social': { text: { type: 'text' } },
    'c.quote': { by: { type: 'string' } },
    'c.related': {
      by: { type: 'relation', target: 'api::author.author' },
      seo: { type: 'component', component: 'c.seo' },
    },
  },
};

it.each([
  ['title', ['api::a.a title']],
  ['tags[3]', ['api::a.a tags']],
  ['seo.social[2].text', ['api::a.a seo', 'c.seo social', 'c.social text']],
  // any component of the zone may have stood there
  ['zone[1].by', ['api::a.a zone', 'c.quote by', 'c.related by']],
  ['zone[12].seo.social[0].text', ['api::a.a zone', 'c.related seo', 'c.seo social', 'c.social text']],
  ['seo.gone.text', ['api::a.a seo']],
  ['title.text', ['api::a.a title']],
  ['gone', []],
  ['locale', []],
  ['constructor', []],
  ['', []],
])('%s goes through %j', (path, expected) => {
  expect(stepsOf(path, structure).map(({ uid, name }) => `${uid} ${name}`)).toEqual(expected);
});

it('gives the shapes that decide who may see them', () => {
  expect(stepsOf('zone[0].by', structure).map(({ shape }) => shape.target)).toEqual([
    undefined,
    undefined,
    'api::author.author',
  ]);
});
