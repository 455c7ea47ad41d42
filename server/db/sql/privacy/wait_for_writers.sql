-- Who began to store a person before a key was retired has ended when this answers; who begins later sees it retired.
LOCK TABLE persons IN SHARE MODE
