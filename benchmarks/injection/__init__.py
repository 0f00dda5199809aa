"""A folder of documents -> how many errors made on purpose are found, and what harmless edits cost.

`edits` and `harmless` are the tables of what is done to a text, `slots` finds where, `counterparts`
and `restated` find or make who contradicts it, `draws` pairs them, `trials` judges one draw.
"""
