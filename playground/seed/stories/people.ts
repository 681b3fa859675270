import type { Story } from '../story';

// Authors keep five revisions only; Ida's history is longer than that.

export const people: Story[] = [
  {
    uid: 'api::author.author',
    key: 'ida',
    steps: [
      {
        daysAgo: 39.5,
        by: 'amina',
        change(entry) {
          Object.assign(entry, {
            name: 'Ida Marsh',
            email: 'ida@tideline.example',
            bio: 'Ida Marsh writes.',
          });
        },
      },
      {
        daysAgo: 38.9,
        by: 'amina',
        change(entry, desk) {
          entry.bio = 'Ida Marsh writes about water and the people who live off it.';
          entry.portrait = desk.image('portrait-ida');
        },
      },
      {
        daysAgo: 30.3,
        by: 'jonas',
        change(entry) {
          entry.links = [{ label: 'Ida’s notebook', url: 'https://ida.example/notebook' }];
        },
      },
      {
        daysAgo: 24.1,
        by: 'jonas',
        change(entry) {
          entry.bio += ' She once missed a ferry by four minutes and stayed on the island for two years.';
        },
      },
      {
        daysAgo: 17.4,
        by: 'camille',
        note: 'The notebook has moved',
        change(entry) {
          entry.links[0].url = 'https://notebook.example/ida';
          entry.links.push({ label: 'Talks', url: 'https://talks.example/marsh', newTab: true });
        },
      },
      {
        daysAgo: 11.8,
        by: 'camille',
        change(entry, desk) {
          Object.assign(entry.links[1], { label: 'Talks and readings' });
          desk.image('portrait-ida');
        },
      },
      {
        daysAgo: 9.2,
        by: 'job',
        change(entry) {
          entry.email = 'ida.marsh@tideline.example';
        },
      },
      {
        daysAgo: 3.1,
        by: 'amina',
        change(entry) {
          entry.bio = entry.bio.replace('two years', 'nearly two years');
        },
      },
    ],
  },
  {
    uid: 'api::author.author',
    key: 'tomas',
    steps: [
      {
        daysAgo: 39.4,
        by: 'amina',
        change(entry, desk) {
          Object.assign(entry, {
            name: 'Tomas Verhoeven',
            email: 'tomas@tideline.example',
            bio: 'Tomas Verhoeven trained as a cooper and came to journalism by way of a bad back.',
            portrait: desk.image('portrait-tomas'),
          });
        },
      },
      {
        daysAgo: 20.6,
        by: 'jonas',
        change(entry) {
          entry.bio += '\n\nHe looks after the *Crafts* pages.';
        },
      },
      {
        daysAgo: 8.4,
        by: 'jonas',
        change(entry, desk) {
          entry.leads = desk.connect('crafts');
        },
      },
    ],
  },
  {
    uid: 'api::author.author',
    key: 'leila',
    steps: [
      {
        daysAgo: 37.7,
        by: 'camille',
        change(entry) {
          Object.assign(entry, { name: 'Leila Hadad', email: 'leila@tideline.example' });
        },
      },
      {
        daysAgo: 37.6,
        by: 'camille',
        note: 'Two d in Haddad!',
        change(entry) {
          entry.name = 'Leila Haddad';
        },
      },
      {
        daysAgo: 14.5,
        by: 'camille',
        change(entry) {
          entry.bio =
            'Leila Haddad measures things for a living and writes about those that will not be measured.';
        },
      },
    ],
  },
];
