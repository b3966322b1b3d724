export { countries, countryOf, listedCountry, type CountryNames } from "./countries.js";
