import { paragraph } from '../blocks';
import type { Story } from '../story';

export const singles: Story[] = [
  {
    uid: 'api::homepage.homepage',
    key: 'homepage',
    steps: [
      {
        daysAgo: 29.5,
        by: 'amina',
        change(entry) {
          entry.headline = 'A magazine for low water';
          entry.intro = [paragraph('Six times a year, by post and here.')];
        },
      },
      {
        daysAgo: 29.1,
        by: 'amina',
        change(entry, desk) {
          entry.lead = desk.connect('salt-roads');
          entry.banner = [
            {
              __component: 'sections.callout',
              tone: 'note',
              text: 'The **salt issue** is out.',
              colour: '#1f6f8b',
            },
          ];
        },
        then: 'publish',
      },
      {
        daysAgo: 28.4,
        by: 'camille',
        locale: 'fr',
        change(entry) {
          entry.headline = 'Un magazine pour la marée basse';
          entry.intro = [paragraph('Six fois par an, par la poste et ici.')];
        },
        then: 'publish',
      },
      {
        daysAgo: 13.2,
        by: 'jonas',
        change(entry, desk) {
          entry.picks = desk.connect('night-bakers', 'rain-gauges', 'repair-cafe');
          entry.banner.unshift({
            __component: 'sections.quote',
            text: 'Nobody hurries a tide.',
            attribution: 'A ferryman',
          });
        },
        then: 'publish',
      },
      {
        daysAgo: 2.3,
        by: 'amina',
        note: 'For the next issue, hold until Monday',
        change(entry) {
          entry.headline = 'The night issue';
          entry.banner = [
            {
              __component: 'sections.callout',
              tone: 'tip',
              text: 'The **night issue** goes to print on Monday.',
              colour: '#2b2f5e',
            },
            entry.banner[0],
          ];
        },
      },
    ],
  },
  {
    uid: 'api::site-setting.site-setting',
    key: 'site',
    steps: [
      {
        daysAgo: 39.2,
        by: 'amina',
        change(entry, desk) {
          Object.assign(entry, {
            siteName: 'Tideline',
            tagline: 'Coasts and crafts',
            logo: desk.image('logo'),
            accent: '#1f6f8b',
          });
        },
      },
      {
        daysAgo: 23.8,
        by: 'amina',
        change(entry) {
          entry.tagline = 'Coasts, crafts and slow science';
          entry.links = [
            { label: 'About', url: '/about' },
            { label: 'Write for us', url: '/write-for-us' },
          ];
        },
      },
      {
        daysAgo: 7.6,
        by: 'job',
        change(entry) {
          entry.maintenance = true;
        },
      },
      {
        daysAgo: 7.55,
        by: 'job',
        change(entry) {
          entry.maintenance = false;
        },
      },
    ],
  },
  {
    // Switched off in its schema: no history is kept of notes.
    uid: 'api::note.note',
    key: 'note',
    steps: [
      {
        daysAgo: 1.9,
        by: 'jonas',
        change(entry) {
          Object.assign(entry, { title: 'Printer', text: 'Ask them about Friday.' });
        },
      },
      {
        daysAgo: 0.9,
        by: 'jonas',
        change(entry) {
          entry.done = true;
        },
      },
    ],
  },
];
