-- A set is looked through in the order of its file, page by page.
create index listing_in_file_order on ties.listing (set_id, (coalesce(rows[1], 0)), tie_id) where withdrawn_at is null;
