import type { Story } from '../story';
import { archive, chapters, firstDraft, french, sidebar, stages } from './salt-roads.text';

const facts = [
  { label: 'Length', value: '9 km' },
  { label: 'Pans in 1900', value: '212' },
  { label: 'Pans today', value: '3', since: '2023-08-14' },
  { label: 'Rakers at the height of it', value: 'about 400' },
  { label: 'Last convoy', value: 'October', since: '1953-10-11' },
  { label: 'Depth of the mud', value: 'more than 31 m', since: '1911-06-02' },
];

export const saltRoads: Story = {
  uid: 'api::article.article',
  key: 'salt-roads',
  steps: [
    {
      daysAgo: 36.6,
      by: 'jonas',
      change(entry, desk) {
        Object.assign(entry, {
          title: 'The salt road',
          slug: 'the-salt-roads',
          body: firstDraft,
          sku: 'TL-31-01',
          format: 'report',
          wordBudget: 1200,
          category: desk.connect('places'),
        });
      },
    },
    {
      daysAgo: 36.2,
      by: 'jonas',
      change(entry) {
        entry.body += `\n\n${chapters.rakes}\n\n${chapters.road}`;
        entry.wordBudget = 2000;
      },
    },
    {
      daysAgo: 35.3,
      by: 'amina',
      note: 'Roads, plural: the archive speaks of two',
      change(entry, desk) {
        entry.title = 'The salt roads';
        entry.standfirst = 'A causeway that floats, four hundred rakes, and the man who kept the key.';
        entry.cover = desk.image('salt-flats');
        entry.author = desk.connect('ida');
        entry.tags = desk.connect('tag-sea', 'tag-hands');
      },
    },
    {
      daysAgo: 34.1,
      by: 'jonas',
      change(entry, desk) {
        entry.facts = facts.slice(0, 4);
        entry.sections = [
          {
            __component: 'sections.quote',
            text: 'When it went the colour of a pigeon’s neck you ran.',
            attribution: 'Matteo Ferri',
          },
          {
            __component: 'sections.gallery',
            caption: 'The flats in August, the road in March',
            images: [desk.image('salt-flats'), desk.image('salt-road')],
          },
        ];
        entry.gallery = [desk.image('salt-road'), desk.image('salt-house')];
      },
    },
    {
      daysAgo: 32.8,
      by: 'jonas',
      note: 'All chapters in; about 900 words over',
      change(entry) {
        entry.body += `\n\n${chapters.fog}\n\n${chapters.food}\n\n${chapters.tax}\n\n${chapters.archive}\n\n${chapters.end}\n\n${chapters.now}`;
        entry.content = sidebar.slice(0, 5);
        entry.facts.push(...facts.slice(4));
      },
    },
    {
      daysAgo: 31.2,
      by: 'amina',
      change(entry) {
        entry.content = sidebar;
        entry.metadata = {
          route: { name: 'Floating road', stages },
          archive,
          map: { zoom: 12, centre: [44.21, 12.37] },
        };
        entry.seo = {
          metaTitle: 'The salt roads: a causeway that floats',
          metaDescription:
            'How salt came off the flats for six hundred years, and how it has begun to again.',
        };
        entry.sections.push({
          __component: 'sections.timeline',
          heading: 'Six centuries of salt',
          entries: [
            { label: 'First mention of the road', value: 'a quarrel over alder', since: '1353-04-02' },
            { label: 'The summer without a harvest', value: 'tax of a half', since: '1648-06-01' },
            { label: 'The railway', since: '1889-09-15' },
            { label: 'The storm', value: 'eleven days under water', since: '1953-02-03' },
          ],
        });
      },
    },
    {
      daysAgo: 30.2,
      by: 'amina',
      note: 'As sent to the printer',
      change(entry, desk) {
        Object.assign(entry, { featured: true, rating: 4.5, issueDate: '2026-06-01', accent: '#c9b48a' });
        entry.seo.shareImage = desk.image('salt-flats');
        entry.seo.social = {
          network: 'mastodon',
          text: 'He ran, with a rake.',
          image: desk.image('salt-road'),
        };
      },
      then: 'publish',
    },
    {
      daysAgo: 28.6,
      by: 'camille',
      locale: 'fr',
      change(entry) {
        Object.assign(entry, {
          title: french.title,
          slug: 'les-routes-du-sel',
          standfirst: french.standfirst,
          body: french.body,
        });
      },
    },
    {
      daysAgo: 27.9,
      by: 'camille',
      locale: 'fr',
      note: 'Relu par Jonas',
      change(entry) {
        entry.body += french.correction;
        entry.facts = [
          { label: 'Longueur', value: '9 km' },
          { label: 'Bassins aujourd’hui', value: '3' },
        ];
      },
      then: 'publish',
    },
    {
      daysAgo: 21.4,
      by: 'wire',
      change(entry) {
        Object.assign(entry, { views: '18422', score: 0.874 });
      },
    },
    {
      daysAgo: 16.7,
      by: 'jonas',
      note: 'A reader in the archive found the second figure',
      change(entry) {
        entry.body = entry.body.replace('thirty-one metres', 'thirty-four metres');
        entry.facts[5].value = 'more than 34 m';
        entry.sources = [
          { title: 'Parish archive, box 12', accessed: '2026-05-02' },
          { title: 'Survey of 1911, sheet 4', url: 'https://survey.example/1911/4' },
        ];
      },
      then: 'publish',
    },
    {
      daysAgo: 10.1,
      by: 'camille',
      change(entry) {
        // Drag and drop: the timeline first, and the last fact up.
        const [quote, gallery, timeline] = entry.sections;
        entry.sections = [timeline, quote, gallery];
        entry.facts.unshift(entry.facts.pop());
      },
    },
    {
      daysAgo: 2.6,
      by: 'amina',
      note: 'For the web: shorter title, related pieces at the end',
      change(entry, desk) {
        entry.title = 'Salt roads';
        entry.sections.push({
          __component: 'sections.related',
          heading: 'More from low water',
          articles: desk.connect('ferry', 'kelp'),
        });
        entry.relatedArticles = desk.connect('ferry', 'rain-gauges');
      },
    },
  ],
};
