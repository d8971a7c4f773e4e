/* head */ inputs = { // open
  # lead of workloads

  # nearer lead
  workloads /* odd */ = /* odder */ [ # bracket
    // first
    { /* inside */
      # lead name
      name = /* why */ "feast" /* behind */ # end of line
      # trailing in object
    } /* before comma */, # after comma
    # between, apart

    # lead of second
    /* and more */
    {
      name      = "mlflow"
      namespace = "mlops" // two
    } // no comma
    # end of list
  ] # closing
  # end of inputs
} # done
