import { paragraph } from '../blocks';
import type { Story } from '../story';

const uid = 'api::article.article';

const radio: Story = {
  uid,
  key: 'radio',
  steps: [
    {
      daysAgo: 21.2,
      by: 'camille',
      change(entry, desk) {
        Object.assign(entry, {
          title: 'Slow radio',
          slug: 'slow-radio',
          format: 'review',
          body: 'For nine hours on a Sunday, Channel Four of the island station broadcasts a harbour. There is no presenter. Around three in the afternoon somebody drops a spanner, and four thousand people look up.',
          category: desk.connect('culture'),
          airTime: '09:00:00.000',
        });
      },
    },
    {
      daysAgo: 20.9,
      by: 'camille',
      change(entry) {
        entry.sections = [
          {
            __component: 'sections.embed',
            provider: 'Island station',
            url: 'https://radio.example/harbour',
            options: { live: true },
          },
        ];
        entry.rating = 5;
      },
      then: 'publish',
    },
    {
      daysAgo: 11.1,
      by: 'amina',
      note: 'Their player has a new address',
      change(entry) {
        Object.assign(entry.sections[0], {
          url: 'https://listen.example/harbour',
          options: { live: true, volume: 0.4 },
        });
      },
      then: 'publish',
    },
  ],
};

const bridge: Story = {
  uid,
  key: 'bridge',
  steps: [
    {
      daysAgo: 19.6,
      by: 'jonas',
      change(entry, desk) {
        Object.assign(entry, {
          title: 'Painting the bridge',
          slug: 'painting-the-bridge',
          format: 'essay',
          body: 'They finish on the north side in the year when the south side begins to flake. There has not been a day without a painter on the bridge since 1932, except for a week in May when the paint was late.',
          category: desk.connect('culture'),
          cover: desk.image('bridge'),
        });
      },
      then: 'publish',
    },
    {
      daysAgo: 16.3,
      by: 'amina',
      change(entry) {
        entry.standfirst = 'There has not been a day without a painter since 1932.';
        entry.sources = [{ title: 'Bridge office, day books', accessed: '2026-04-11' }];
      },
      then: 'publish',
    },
    {
      daysAgo: 5.9,
      by: 'jonas',
      note: 'The bridge office says 1934. Offline until we know.',
      then: 'unpublish',
    },
    {
      daysAgo: 3.4,
      by: 'jonas',
      change(entry) {
        entry.body = entry.body.replace('1932', '1934');
        entry.standfirst = entry.standfirst.replace('1932', '1934');
        entry.internalNotes = 'Day book for 1932 is a copy; see the stamp on page 2.';
      },
    },
  ],
};

const reading: Story = {
  uid,
  key: 'reading',
  steps: [
    {
      daysAgo: 12.9,
      by: 'amina',
      change(entry, desk) {
        Object.assign(entry, {
          title: 'Books for a wet week',
          slug: 'books-for-a-wet-week',
          content: [paragraph('Three that can be read in a tent, and one that can be used to prop it up.')],
          category: desk.connect('culture'),
          tags: desk.connect('tag-weather'),
        });
      },
    },
    {
      daysAgo: 12.3,
      by: 'camille',
      change(entry) {
        entry.content.push(paragraph('The atlas is out of date by two borders and better for it.'));
        entry.wordBudget = 600;
      },
    },
    {
      daysAgo: 0.4,
      by: 'camille',
      change(entry, desk) {
        entry.tags = desk.connect('tag-night');
        entry.title = 'Books for a wet week, and a dry one';
      },
    },
  ],
};

export const culture: Story[] = [radio, bridge, reading];
