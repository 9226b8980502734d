-- A city has few ties or many: one plan for all of them joins some thousands of rows as if they were ten, and takes a dozen times as long.
alter function outcomes.known_since(uuid[], text[]) set plan_cache_mode = force_custom_plan;
