import type { EntityListing } from '@commonweal/contract';
import type { Listing } from './register-view.ts';

export function presentListing(listing: Listing): EntityListing {
  return {
    designation_id: listing.designationId,
    list_id: listing.listId,
    authority: listing.authority,
    list: listing.list,
    reference: listing.reference,
    name: listing.name,
    list_type: listing.listType,
    effects: [...listing.effects],
    listed_on: listing.listedOn,
    begins_on: listing.beginsOn,
    expires_on: listing.expiresOn,
    ended_on: listing.endedOn,
    ended_by: listing.endedBy,
  };
}
