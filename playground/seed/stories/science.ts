import { heading, paragraph } from '../blocks';
import type { Story } from '../story';

const uid = 'api::article.article';

const rain: Story = {
  uid,
  key: 'rain-gauges',
  steps: [
    {
      daysAgo: 32.5,
      by: 'jonas',
      change(entry, desk) {
        Object.assign(entry, {
          title: 'Seven hundred jam jars',
          slug: 'seven-hundred-jam-jars',
          body: `Nobody had asked the postmistress of Upper Tarn to measure the rain. She began in 1951 because the jar was there. When she died her daughter went on, and when the weather service digitised its archive it found that the best record of rain in the north was in a cupboard, in pencil, between two recipes for plum.`,
          category: desk.connect('science'),
          author: desk.connect('leila'),
          tags: desk.connect('tag-weather'),
          sku: 'TL-31-04',
        });
      },
    },
    {
      daysAgo: 31.4,
      by: 'amina',
      change(entry, desk) {
        entry.cover = desk.image('rain');
        entry.standfirst = 'The best record of rain in the north was kept in a cupboard.';
        entry.sections = [
          {
            __component: 'sections.timeline',
            heading: 'A cupboard’s career',
            entries: [
              { label: 'The first jar', since: '1951-03-01' },
              { label: 'The second postmistress', since: '1984-11-20' },
              { label: 'Found by the weather service', since: '2019-01-08' },
            ],
          },
          {
            __component: 'sections.prose',
            body: [
              heading('How to', 3),
              paragraph('A jar, a ruler, a time of day. The time of day is the hard part.'),
            ],
          },
        ];
      },
    },
    {
      daysAgo: 30.6,
      by: 'jonas',
      note: 'Plum, not damson',
      change(entry) {
        entry.seo = {
          metaTitle: 'Seven hundred jam jars',
          metaDescription: 'Seventy years of rain, in pencil.',
        };
      },
      then: 'publish',
    },
    {
      daysAgo: 22.8,
      by: 'wire',
      change(entry) {
        entry.metadata = { stations: 1, years: 73, missingDays: 41, unit: 'mm' };
      },
      then: 'publish',
    },
    {
      daysAgo: 22.1,
      by: 'wire',
      change(entry) {
        entry.metadata = { stations: 712, years: 73, missingDays: 41, unit: 'mm', source: 'public archive' };
        entry.views = '12004';
      },
      then: 'publish',
    },
    {
      daysAgo: 6.9,
      by: 'camille',
      change(entry) {
        entry.sections[0].entries.push({ label: 'The seven hundredth jar', since: '2026-02-14' });
        entry.sections.push({
          __component: 'sections.callout',
          tone: 'note',
          text: 'Jars may be sent to the office. **Empty**, please.',
        });
      },
    },
  ],
};

const kelp: Story = {
  uid,
  key: 'kelp',
  steps: [
    {
      daysAgo: 29.3,
      by: 'amina',
      change(entry, desk) {
        Object.assign(entry, {
          title: 'A forest by the metre',
          slug: 'a-forest-by-the-metre',
          format: 'essay',
          body: 'Kelp grows while you look at it. On a good day in June a frond puts on the length of a forearm, and the people who farm it talk of it the way others talk of teenagers.',
          category: desk.connect('science'),
          author: desk.connect('leila'),
        });
      },
    },
    {
      daysAgo: 28.1,
      by: 'amina',
      change(entry, desk) {
        entry.cover = desk.image('kelp');
        entry.tags = desk.connect('tag-sea');
        entry.facts = [
          { label: 'Growth, at best', value: '48 cm a day' },
          { label: 'Ropes', value: '60' },
        ];
      },
      then: 'publish',
    },
    {
      daysAgo: 14.2,
      by: 'jonas',
      note: '48 cm is giant kelp, in another ocean; ours manages 9',
      change(entry) {
        entry.facts[0].value = '9 cm a day';
        entry.body = entry.body.replace('the length of a forearm', 'the length of a finger');
      },
      then: 'publish',
    },
    {
      daysAgo: 2.9,
      by: 'job',
      change(entry) {
        entry.score = 0.58;
      },
    },
  ],
};

const moss: Story = {
  uid,
  key: 'moss',
  steps: [
    {
      daysAgo: 23.6,
      by: 'camille',
      change(entry, desk) {
        Object.assign(entry, {
          title: 'The moss library',
          slug: 'the-moss-library',
          content: [
            paragraph(
              'There are eleven thousand drawers and a smell of wet dog. The smell is the point: it means that they are alive.'
            ),
          ],
          category: desk.connect('science'),
        });
      },
    },
    {
      daysAgo: 22.6,
      by: 'camille',
      change(entry, desk) {
        entry.cover = desk.image('moss');
        entry.standfirst = 'Eleven thousand drawers, all of them alive.';
      },
      then: 'publish',
    },
    {
      daysAgo: 13.8,
      by: 'jonas',
      change(entry) {
        entry.content.push(
          heading('Reading', 3),
          paragraph(
            'To read a moss you wet it. It opens in a minute or two, after forty years or a hundred, and looks about.'
          )
        );
      },
    },
    {
      daysAgo: 13.3,
      by: 'camille',
      note: 'Both of us had changed the last line; this is the one we agreed on',
      change(entry) {
        entry.content[2].children[0].text =
          'To read a moss you wet it. It opens in a minute or two, after forty years or a hundred, and carries on.';
      },
      then: 'publish',
    },
  ],
};

export const science: Story[] = [rain, kelp, moss];
