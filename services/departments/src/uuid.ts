/** What an id of a matter looks like; anything else names nothing, which is 404 and not a fault of the format. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
