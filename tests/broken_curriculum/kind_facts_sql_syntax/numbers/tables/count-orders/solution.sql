SELECT name, FROM customers WHERE
