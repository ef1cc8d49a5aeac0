//! Where regions lie and how large they are.

use super::RegionCode;

/// Where a region lies and how large it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The region.
    pub region: RegionCode,
    /// Degrees east of its centre.
    pub lon: f64,
    /// Degrees north of its centre.
    pub lat: f64,
    /// Square kilometres.
    pub area: f64,
}

/// The places of the regions of which they are known.
#[derive(Clone, Debug, Default)]
pub struct Places(Vec<Place>);

impl Places {
    /// The table that the program carries (data/centroids.tsv).
    ///
    /// # Panics
    /// When the carried table is broken, which a test rules out.
    #[must_use]
    pub fn carried() -> Self {
        parse(include_str!("../../data/centroids.tsv")).expect("the carried table of places is well formed")
    }

    /// The place of a region, if it is known.
    #[must_use]
    pub fn get(&self, region: RegionCode) -> Option<&Place> {
        self.0.binary_search_by_key(&region, |place| place.region).ok().map(|at| &self.0[at])
    }

    /// The places of the county-level regions of a province, in the order of their codes.
    pub fn counties(&self, province: RegionCode) -> impl Iterator<Item = &Place> {
        self.0.iter().filter(move |place| place.region.province() == province && !place.region.0.is_multiple_of(100))
    }
}

/// Reads the table, whose lines stand in the order of their codes; `None` when a line is not in its form.
fn parse(table: &str) -> Option<Places> {
    let place = |line: &str| {
        let mut cells = line.split('\t');
        Some(Place {
            region: RegionCode(cells.next()?.parse().ok()?),
            lon: cells.next()?.parse().ok()?,
            lat: cells.next()?.parse().ok()?,
            area: cells.next()?.parse().ok()?,
        })
        .filter(|_| cells.next().is_none())
    };
    let places = table.lines().skip(1).map(place).collect::<Option<Vec<_>>>()?;
    places.is_sorted_by(|a, b| a.region < b.region).then_some(Places(places))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Gazetteer;

    #[test]
    fn every_carried_place_is_of_a_region_of_today_and_in_henan() {
        let (places, gazetteer) = (Places::carried(), Gazetteer::carried());
        for place in &places.0 {
            assert!(gazetteer.get(place.region).is_some(), "{}", place.region);
            assert!((110.0..117.0).contains(&place.lon) && (31.0..37.0).contains(&place.lat), "{place:?}");
            assert!(place.area > 0.0, "{place:?}");
        }
        let henan = RegionCode(410_000);
        let without: Vec<_> = gazetteer
            .regions()
            .iter()
            .filter(|region| gazetteer.within(region.code, henan) && region.code != henan)
            .filter(|region| places.get(region.code).is_none())
            .collect();
        assert!(without.is_empty(), "{without:?}");
        assert_eq!(places.counties(henan).count(), 157);
        assert_eq!(places.counties(RegionCode(420_000)).count(), 0);
    }

    #[test]
    fn a_table_out_of_form_or_order_is_not_read() {
        assert!(parse("head\n410102\t113.5\t34.8\t196").is_some());
        for broken in ["410102\t113.5\t34.8", "410102\teast\t34.8\t196", "410102\t1\t2\t3\t4", "2\t1\t1\t1\n1\t1\t1\t1"]
        {
            assert!(parse(&format!("head\n{broken}")).is_none(), "{broken}");
        }
    }
}
