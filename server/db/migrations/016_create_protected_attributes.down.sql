DROP TABLE protected_attributes;
