import type { Story } from '../story';

// Where articles are put: four categories and four tags.

const category = (
  key: string,
  daysAgo: number,
  name: string,
  description: string,
  colour: string
): Story => ({
  uid: 'api::category.category',
  key,
  steps: [
    {
      daysAgo,
      by: 'amina',
      change(entry) {
        Object.assign(entry, { name, slug: key, description });
      },
    },
    {
      daysAgo: daysAgo - 0.01,
      by: 'amina',
      note: 'A colour for the section heads',
      change(entry) {
        entry.colour = colour;
      },
      then: 'publish',
    },
  ],
});

const tag = (key: string, daysAgo: number, name: string, slug: string): Story => ({
  uid: 'api::tag.tag',
  key: `tag-${key}`,
  steps: [
    {
      daysAgo,
      by: 'jonas',
      change(entry) {
        Object.assign(entry, { name: key, slug });
      },
    },
    {
      daysAgo: daysAgo - 12.4,
      by: 'camille',
      note: 'Tags begin with a capital',
      change(entry) {
        entry.name = name;
      },
    },
  ],
});

const places = category(
  'places',
  40.4,
  'Places',
  'Reports from the edge of the map, by people who stayed a while.',
  '#1f6f8b'
);
places.steps.push(
  {
    daysAgo: 22.3,
    by: 'amina',
    change(entry, desk) {
      entry.description =
        'Reports from the edge of the map, by people who stayed long enough to be asked to help.';
      entry.image = desk.image('salt-road');
    },
    then: 'publish',
  },
  {
    daysAgo: 6.2,
    by: 'jonas',
    note: 'Draft of a shorter line for the app; not agreed yet',
    change(entry) {
      entry.description = 'Reports from the edge of the map.';
    },
  }
);

const crafts = category(
  'crafts',
  40.3,
  'Crafts',
  'Things made slowly, and the hands that make them.',
  '#b5651d'
);
crafts.steps.push({
  daysAgo: 18.7,
  by: 'amina',
  change(entry, desk) {
    entry.image = desk.image('workshop');
  },
  then: 'publish',
});

const science = category('science', 40.2, 'Slow science', 'Measurements that take a lifetime.', '#2f7d73');
science.steps.push({
  daysAgo: 31.6,
  by: 'jonas',
  note: 'A lifetime was too grand',
  change(entry) {
    entry.description = 'Measurements that take longer than a grant does.';
  },
  then: 'publish',
});

const culture = category(
  'culture',
  40.1,
  'Culture',
  'Books, music and what people do when the shops are shut.',
  '#8c3f5d'
);
culture.steps.push({
  daysAgo: 25.2,
  by: 'camille',
  change(entry) {
    entry.name = 'Culture & leisure';
    entry.description = 'Books, music, and what people do when the shops are shut.';
  },
});

export const shelves: Story[] = [
  places,
  crafts,
  science,
  culture,
  tag('sea', 39.9, 'Sea', 'sea'),
  tag('night', 39.8, 'Night', 'night'),
  tag('hands', 39.7, 'Hands', 'hands'),
  tag('weather', 39.6, 'Weather', 'weather'),
];
