/**
 * Given names that are common where the firms are, and no word of another meaning at the start of a sentence or a title
 * (Grant, Will, Mark, Rose, Grace, Frank, May, Bill and the like are left out). A name beside one is only a hint, and a
 * name that is not among them goes unseen: the finding is advice.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    'Aaron Abdul Abigail Adam Ahmed Aidan Aisha Alan Alastair Albert Alejandro Alexander Alexandra Ali Alice Alison Amanda Amelia Amy ' +
    'Ana Andrea Andreas Andrew Angela Anja Anna Anne Anthony Antonio Aoife Arthur Ashley Barbara Beatrice Benjamin Bernard ' +
    'Beth Brian Bridget Carl Carlos Carmen Caroline Catherine Charles Charlotte Chloe Chris Christian Christina Christine Christopher ' +
    'Ciara Claire Clara Colin Conor Craig Daniel David Deborah Declan Denise Dennis Diana Diego Dominic Donald Dorothy Douglas Edward ' +
    'Eileen Elaine Eleanor Elizabeth Ella Ellen Emily Emma Eoin Eric Esther Ethan Evelyn Fatima Fergus Fiona Florian Francesca Francis ' +
    'Gareth Gary Geoffrey George Gerald Gillian Giovanni Graham Gregory Hannah Harold Harriet Hassan Heather Heinrich Helen Helena ' +
    'Henry Hilary Hugh Ian Ibrahim Imran Ingrid Isabel Isabella Jack Jacob Jacqueline James Jamie Jane Janet Jason Jean Jeffrey Jennifer ' +
    'Jeremy Jessica Joan Joanna Johanna John Jonathan Jorge Jose Joseph Joshua Juan Judith Julia Julian Julie Karen Karl Katherine ' +
    'Kathleen Katie Keith Kenneth Kevin Klaus Laura Lauren Lawrence Leah Leanne Leo Liam Linda Lisa Lorraine Louis Louise Lucas Lucy ' +
    'Luke Maeve Malcolm Manuel Marcus Margaret Maria Marie Mario Marion Martin Martina Mary Matthew Maureen Megan Mehmet Melanie ' +
    'Melissa Michael Michelle Miguel Mohammed Mohamed Monica Muhammad Nadia Nancy Naomi Natalie Natasha Nathan Neil Niamh Nicholas ' +
    'Nicola Nicole Nigel Noah Nora Oliver Olivia Omar Orla Pamela Patricia Patrick Paul Paula Pauline Pedro Peter Philip Phoebe Priya ' +
    'Rachel Raj Rebecca Richard Robert Roberta Roger Ronald Rory Roisin Russell Ruth Ryan Samantha Samuel Sandra Sanjay Sarah Sean ' +
    'Sebastian Sharon Sheila Sian Simon Sinead Siobhan Sophia Sophie Stefan Stella Stephanie Stephen Steven Stuart Susan Suzanne Sylvia ' +
    'Tamara Teresa Theodore Theresa Thomas Timothy Tracy Trevor Ursula Valerie Vanessa Vera Veronica Victoria Vincent Vivian Walter ' +
    'Wendy Wilhelm William Wolfgang Yasmin Yusuf Yvonne Zachary Zoe'
  ).split(' '),
);
