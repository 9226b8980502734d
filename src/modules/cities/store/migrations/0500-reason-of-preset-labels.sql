-- The reason of the labels that the product brings stands in both languages on one line, of which each reader reads their half.
update cities.label_policy set reason = 'Set when the product was delivered | 产品预设'
  where reason = 'As the product was delivered. 产品预设。';
