import type { Story } from '../story';
import { crafts } from './crafts';
import { culture } from './culture';
import { glossary } from './glossary';
import { pages } from './pages';
import { people } from './people';
import { saltRoads } from './salt-roads';
import { science } from './science';
import { shelves } from './shelves';
import { singles } from './singles';
import { places } from './places';

// Tideline, a small magazine of coasts, crafts and slow science.
export const stories: Story[] = [
  ...shelves,
  ...people,
  saltRoads,
  ...places,
  ...crafts,
  ...science,
  ...culture,
  ...glossary,
  ...pages,
  ...singles,
];
