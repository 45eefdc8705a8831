-- What is the highest site id ever given? No parameters. Rows of removed sites stay, so they count. Column: id, 0 for none.
SELECT max(id) AS id
FROM sites
