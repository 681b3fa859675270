import draft from './draft';
import revision from './revision';

export default { draft, revision };
