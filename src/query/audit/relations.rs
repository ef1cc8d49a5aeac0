//! What the catalogue's metrics are parts of, and why.

/// A metric that is part of another, both by key.
pub(super) struct PartOf {
    pub(super) part: &'static str,
    pub(super) whole: &'static str,
}

const fn part(part: &'static str, whole: &'static str) -> PartOf {
    PartOf { part, whole }
}

/// Parts that cannot be more than their whole.
pub(super) const PARTS: &[PartOf] = &[
    // The general public budget has tax and non-tax revenue; 财政总收入 adds what goes to those above.
    part("tax_revenue", "fiscal_revenue"),
    part("fiscal_revenue", "total_fiscal_revenue"),
    part("livelihood_expenditure", "fiscal_expenditure"),
    // The product is the sum of the value added of all, by industry or by ownership.
    part("primary_va", "gdp"),
    part("secondary_va", "gdp"),
    part("tertiary_va", "gdp"),
    part("private_va", "gdp"),
    part("non_public_va", "gdp"),
    part("digital_va", "gdp"),
    part("strategic_va", "gdp"),
    // 第二产业 is industry and construction; 规模以上 is part of all industry.
    part("industrial_va", "secondary_va"),
    part("industrial_va_all", "secondary_va"),
    part("construction_va", "secondary_va"),
    part("industrial_va", "industrial_va_all"),
    part("high_tech_manufacturing_va", "industrial_va"),
    // 农林牧渔业 has, beside 第一产业, the services to them; value added is output less what it took.
    part("primary_va", "agricultural_va"),
    part("agricultural_va", "agricultural_output"),
    part("industrial_va", "industrial_output"),
    part("construction_va", "construction_output"),
    part("industrial_profit", "industrial_revenue"),
    // Investment by industry, by investor and by purpose.
    part("industrial_investment", "fixed_investment"),
    part("manufacturing_investment", "industrial_investment"),
    part("tech_upgrade_investment", "industrial_investment"),
    part("private_investment", "fixed_investment"),
    part("infrastructure_investment", "fixed_investment"),
    part("real_estate_investment", "fixed_investment"),
    part("exports", "trade_total"),
    part("imports", "trade_total"),
    part("savings", "deposits"),
    part("new_loans", "loans"),
    part("population_urban", "population"),
    part("individual_businesses", "business_entities"),
    // What has come new in a year is there at its end, but for those that went.
    part("business_entities_new", "business_entities"),
    part("firms_above_scale_new", "firms_above_scale"),
    part("high_tech_firms_new", "high_tech_firms"),
    part("industrial_electricity", "electricity"),
    part("renewable_capacity", "power_capacity"),
    part("expressway_mileage", "road_mileage"),
    part("built_up_area", "land_area"),
];

/// Wholes that are the sum of their parts, by key.
pub(super) const SUMS: &[(&str, &[&str])] =
    &[("gdp", &["primary_va", "secondary_va", "tertiary_va"]), ("trade_total", &["exports", "imports"])];

/// Percentages of a whole, by key: none can be above 100. (Gross enrolment counts pupils of any age, and
/// coverage of insurance those registered elsewhere; both can.)
pub(super) const OF_A_HUNDRED: &[&str] = &[
    "tax_share", "livelihood_share", "rd_intensity", "rd_coverage", "urbanization_rate", "unemployment_rate",
    "npl_ratio", "mechanisation_rate", "good_air_ratio", "forest_coverage", "green_coverage", "surface_water_quality",
    "sewage_treatment", "poverty_rate",
];

/// Incomes a head from the least to the greatest, by key.
pub(super) const INCOMES: [&str; 3] = ["rural_income", "income", "urban_income"];

/// What grows as told over a coverage that the levels do not share: enterprises above designated size are
/// others each year, and investment is redefined again and again. Statisticians give their growth on
/// a comparable basis (可比口径), which the published levels do not give back.
pub(super) const COVERAGE_MOVES: &[&str] = &[
    "fixed_investment", "industrial_investment", "manufacturing_investment", "tech_upgrade_investment",
    "private_investment", "infrastructure_investment", "real_estate_investment", "major_project_investment",
    "industrial_revenue", "industrial_profit", "industrial_output",
];
