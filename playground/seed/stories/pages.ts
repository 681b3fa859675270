import type { Story } from '../story';

export const pages: Story[] = [
  {
    uid: 'api::page.page',
    key: 'about',
    steps: [
      {
        daysAgo: 36.4,
        by: 'amina',
        change(entry) {
          Object.assign(entry, {
            title: 'About Tideline',
            slug: 'about',
            rows: [
              {
                heading: 'Who we are',
                columns: [
                  {
                    span: 12,
                    cards: [{ title: 'Three editors and a kettle', text: 'We print six times a year.' }],
                  },
                ],
              },
            ],
          });
        },
      },
      {
        daysAgo: 35.8,
        by: 'amina',
        change(entry, desk) {
          entry.rows.push({
            heading: 'Where we are',
            width: 'full',
            columns: [
              {
                span: 6,
                cards: [
                  {
                    title: 'The office',
                    text: 'Above the chandler’s, second bell.',
                    image: desk.image('ferry'),
                  },
                ],
              },
              {
                span: 6,
                cards: [
                  {
                    title: 'Write to us',
                    text: 'Letters are answered on Thursdays.',
                    link: { label: 'Post', url: '/post' },
                  },
                  { title: 'Come by', text: 'Ring twice.' },
                ],
              },
            ],
          });
        },
        then: 'publish',
      },
      {
        daysAgo: 21.9,
        by: 'jonas',
        note: 'The bell works again',
        change(entry) {
          entry.rows[1].columns[1].cards[1].text = 'Ring once; the bell works again.';
        },
        then: 'publish',
      },
      {
        daysAgo: 12.6,
        by: 'camille',
        change(entry) {
          const [who, where] = entry.rows;
          entry.rows = [where, who];
          who.columns[0].cards[0].text = 'We print six times a year, and regret it five times.';
        },
      },
      {
        daysAgo: 4.4,
        by: 'amina',
        change(entry, desk) {
          entry.owner = desk.connect('ida');
          entry.rows[1].columns[0].cards.push({
            title: 'What we owe',
            text: 'Our readers, everything; the printer, until Friday.',
          });
        },
      },
    ],
  },
  {
    uid: 'api::page.page',
    key: 'contribute',
    steps: [
      {
        daysAgo: 33.1,
        by: 'jonas',
        change(entry) {
          Object.assign(entry, {
            title: 'Write for us',
            slug: 'write-for-us',
            settings: { form: true, maxWords: 3000 },
            rows: [
              {
                heading: 'What we want',
                columns: [
                  { span: 8, cards: [{ title: 'Pitch', text: 'One page. Who, where, and why you.' }] },
                  { span: 4, cards: [{ title: 'Money', text: 'Forty cents a word.' }] },
                ],
              },
            ],
          });
        },
        then: 'publish',
      },
      {
        daysAgo: 19.3,
        by: 'amina',
        note: 'New rates from this month on',
        change(entry) {
          entry.rows[0].columns[1].cards[0].text = 'Fifty cents a word, on delivery.';
        },
        then: 'publish',
      },
      {
        daysAgo: 5.7,
        by: 'wire',
        change(entry) {
          entry.settings = { form: false, maxWords: 2500, closedUntil: 'spring' };
        },
      },
    ],
  },
];
