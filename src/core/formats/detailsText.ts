import { blockFormat } from './eventBlock/blockReader';
import { FriendlyViewShape } from './eventBlock/friendlyViewShape';

/** The friendly view of the Details tab, copied as text. */
export const detailsText = blockFormat('details-text', () => new FriendlyViewShape());
